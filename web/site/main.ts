import '../elements/index.ts';
