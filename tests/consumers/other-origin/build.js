import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const script = readFileSync('node_modules/kl-divergence/dist/element.global.js');
const hash = createHash('sha384').update(script).digest('base64');
mkdirSync('site');
writeFileSync(
  'site/index.html',
  `<!doctype html>
<meta charset="utf-8">
<title>kl-divergence</title>
<script src="${process.env.ELSEWHERE}/element.global.js" integrity="sha384-${hash}" crossorigin="anonymous"></script>
<kl-divergence p="0.4, 0.6" q="0.3, 0.7"></kl-divergence>
`,
);
