module.exports = {
  title: 'kl-divergence',
  url: 'http://localhost',
  baseUrl: '/',
  scripts: [{ src: '/kl.js', defer: true }],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
