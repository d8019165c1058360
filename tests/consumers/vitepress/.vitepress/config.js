export default {
  head: [['script', { src: '/element.global.js', defer: '' }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('kl-') } } },
};
