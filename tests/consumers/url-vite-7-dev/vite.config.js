export default { optimizeDeps: { exclude: ['kl-divergence'] } };
