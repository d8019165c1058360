// Docstrings keep what they promise in lines such as `Domain   pᵢ ≥ 0`, and formulas in lines set in by two spaces: for
// Markdown they would run into one paragraph.

const NAMED = /^(?<name>\S+(?: \S+)*?) {2,}(?<text>\S.*)$/;

/** @param {{ name?: string, text: string }[]} entries */
function list(entries) {
  const items = entries.map(({ name, text }) => `<dt>${name}</dt>\n<dd>\n\n${text}\n\n</dd>`);
  return `<dl class="contract">\n${items.join('\n')}\n</dl>`;
}

/** A paragraph of a docstring: as it is, or its named lines as a list, or as lines of formulas. @param {string} paragraph */
function arranged(paragraph) {
  const lines = paragraph.split('\n');
  const isFormulas = lines.every((line) => line.startsWith('  '));
  const margin = isFormulas ? 2 : 0;
  /** @type {{ name?: string, text: string }[]} */
  const entries = [];
  for (const line of lines.map((line) => line.slice(margin))) {
    const { name, text } = NAMED.exec(line)?.groups ?? {};
    const last = entries.at(-1);
    if (name && text && !line.startsWith(' ')) entries.push({ name, text });
    else if (last && (line.startsWith('  ') || !isFormulas)) last.text += ` ${line.trim()}`;
    else entries.push({ text: line });
  }
  if (entries.length > 0 && entries.every(({ name }) => name)) return list(entries);
  if (!isFormulas) return paragraph;
  return `<p class="formula">\n\n${entries.map(({ name, text }) => [name, text].filter(Boolean).join('  ')).join('<br>\n')}\n\n</p>`;
}

/** @param {string} text a docstring */
export const withLabels = (text) =>
  text
    .split(/\n{2,}/)
    .map(arranged)
    .join('\n\n');
