module.exports = {
  title: 'kl-divergence',
  url: 'http://localhost',
  baseUrl: '/',
  scripts: [{ src: '/element.global.js', defer: true }],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
