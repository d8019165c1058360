module.exports = { serverExternalPackages: ['kl-divergence'] };
