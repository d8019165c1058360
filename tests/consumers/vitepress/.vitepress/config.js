export default {
  head: [['script', { src: '/kl.js', defer: '' }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('kl-') } } },
};
