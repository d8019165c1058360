import { KlDivergence, type Result } from 'kl-divergence/element';
import widget from 'kl-divergence/anywidget';

const element = document.createElement('kl-divergence');
element.p = [0.4, 0.6];
element.addEventListener('kl-change', ({ detail }) => {
  const result: Result | null = detail;
  console.log(result?.forward, element instanceof KlDivergence);
});
widget.render({ model: {}, el: document.body });
// @ts-expect-error: what is shown cannot be set.
element.result = null;
