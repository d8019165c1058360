/** Whole lines that programs print around numbers, and that say nothing of them. Each is linear. */
const NOISE = [
  /^(?:Name: .*, )?(?:Length: \d+, )?dtype: \w+$/, // pandas, below a series
  /^Columns? \d+(?: (?:through|and) \d+)?:?$/, // MATLAB and Octave, above wide rows
  /^\d+-element .*:$/, // Julia
  /^\d+×\d+ .*:$/,
  /^\w*Dict\b.* with \d+ entr(?:y|ies):$/,
  /^Parameter containing:$/, // PyTorch
  /^[|+][|+:= -]*-[|+:= -]*$|^[+:= -]*-{3,}[|+:= -]*$/, // rules of tables in Markdown and consoles
  /^\\(?:begin|end)\{.*$/, // LaTeX
  /^```\w*$/,
];
const SERIES = /^(?:Name: .*, )?(?:Length: \d+, )?dtype: \w+$/;
const R_LEVELS = /^\s*Levels: .*$/; // below a factor
const PROMPT = /^\s*(?:>>>|julia>|>|(?:In |Out)\[\d+\]:)(?=\s)/;
const R_PREFIX = /^\s*\[(\d+)\](?=\s+[^\s,;\]])/;
const TENSORFLOW = /^\s*<tf\.Tensor: .*?numpy=|>\s*$/gs;

function blank(text: string): string {
  return ' '.repeat(text.length);
}

interface Cleaned {
  /** As long as the text given: what is left out is blank. */
  text: string;
  /** pandas printed it, so the first column is its index. */
  series: boolean;
}

/** Leaves out the lines and prefixes with which programs decorate what they print. */
export function withoutNoise(text: string): Cleaned {
  const isTensorFlow = text.trimStart().startsWith('<tf.');
  const lines = (isTensorFlow ? text.replace(TENSORFLOW, blank) : text).split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const printedByR = R_PREFIX.exec(first)?.[1] === '1';
  let series = false;
  const cleaned = lines.map((line) => {
    const trimmed = line.trim();
    if (trimmed === '') return line;
    if (SERIES.test(trimmed)) series = true;
    if (trimmed.length < 200 && NOISE.some((pattern) => pattern.test(trimmed))) return blank(line);
    if (!printedByR) return line.replace(PROMPT, blank);
    return line.replace(R_PREFIX, blank).replace(R_LEVELS, blank);
  });
  return { text: cleaned.join('\n'), series };
}
