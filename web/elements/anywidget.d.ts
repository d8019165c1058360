// kl-divergence/anywidget: a widget of anywidget.dev.

declare const widget: {
  render(context: { model: object; el: HTMLElement }): () => void;
};
export default widget;
