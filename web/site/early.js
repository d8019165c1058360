// Runs before the first paint, inlined into the page's head: what the person chose on an earlier visit, or a link says.
(() => {
  const root = document.documentElement;
  const recall = (/** @type {string} */ key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is refused
    }
  };
  const theme = recall('kl-theme');
  if (theme) root.dataset.theme = theme;
  const asked = /[#&]lang=(\w+)/.exec(location.hash)?.[1];
  // A choice leads away from the first page only: who opens the other means it.
  const wanted = asked ?? (root.lang === 'en' ? recall('kl-lang') : null);
  const page = wanted && wanted !== root.lang && root.getAttribute(`data-${wanted}`);
  if (page) location.replace(page + location.hash);
})();
