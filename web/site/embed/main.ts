import '../wasm.ts';
import { embed } from '../../elements/embedded.ts';
import '../../elements/kl-divergence.ts';

const figure = document.querySelector('kl-divergence');
if (figure) embed(figure);
