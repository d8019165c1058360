import { words } from './lang.ts';

/** What the figures of two densities say, of normal distributions and of any others. */
export const curveFigureWords = words({
  en: {
    density: 'Density',
    logDensity: 'Density, on a logarithmic scale',
    densities: (p: string, q: string, from: string, to: string) =>
      `Densities of P, ${p}, and of Q, ${q}, from ${from} to ${to}.`,
    integrands: 'What every x adds',
    adds: 'adds',
    takes: 'takes away',
    asymmetry: 'asymmetry',
    area: (name: string, value: string) => `${name} = ${value}`,
    integrandsSay: (forward: string, reverse: string, asymmetry: string, unit: string) =>
      `Three integrands over x, each area above zero less the area below: p log(p/q) has D(P‖Q), ${forward} ${unit}; ` +
      `q log(q/p) has D(Q‖P), ${reverse} ${unit}; their difference, (p + q) log(p/q), has the asymmetry, ${asymmetry} ${unit}.`,
    integrandsFlat: 'The integrands are 0 everywhere: P and Q are the same.',
  },
  zh: {
    density: '密度',
    logDensity: '密度（对数刻度）',
    densities: (p: string, q: string, from: string, to: string) =>
      `P（${p}）与 Q（${q}）从 ${from} 到 ${to} 的密度。`,
    integrands: '每个 x 的贡献',
    adds: '增加',
    takes: '减少',
    asymmetry: '不对称性',
    area: (name: string, value: string) => `${name} = ${value}`,
    integrandsSay: (forward: string, reverse: string, asymmetry: string, unit: string) =>
      `关于 x 的三个被积函数，零线以上的面积减去零线以下的面积分别是：p log(p/q) 为 D(P‖Q)，${forward} ${unit}；` +
      `q log(q/p) 为 D(Q‖P)，${reverse} ${unit}；两者之差 (p + q) log(p/q) 为不对称性，${asymmetry} ${unit}。`,
    integrandsFlat: '被积函数处处为 0：P 与 Q 相同。',
  },
});
