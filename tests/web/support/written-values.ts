// Comments beside code that say what it gives: `// 0.0225… nats`, `// Float64Array [1, 2]`, `// { value: 1, … }`.

/** Whether a value is the one written, all of it or up to the … that cuts it off. */
function isWritten(value: unknown, text: string): boolean {
  return text.endsWith('…') ? String(value).startsWith(text.slice(0, -1)) : String(value) === text;
}

const plain = /-?\d[\d.e-]*…?|Infinity|true|false/;

/** What a comment says that is not so. */
export function faults(comment: string, value: unknown): string[] {
  const list = /^Float64Array \[(.*)\]/.exec(comment)?.[1];
  if (list !== undefined) {
    const texts = list.split(', ');
    const numbers = Array.from(value as Float64Array);
    const isRight =
      numbers.length === texts.length && texts.every((text, i) => isWritten(numbers[i], text));
    return isRight ? [] : [`${list} is ${numbers}`];
  }
  const object = /^\{(.*)\}/.exec(comment)?.[1];
  if (object !== undefined) {
    return Array.from(object.matchAll(/(\w+): ('[^']*'|…|[^,\s]+)/g)).flatMap(
      ([, name = '', text = '']) => {
        const found = Reflect.get(value as object, name);
        if (text.includes('…') && !plain.test(text))
          return found === undefined ? [`no ${name}`] : [];
        return isWritten(found, text.replaceAll("'", '')) ? [] : [`${name} is ${found}`];
      },
    );
  }
  const text = new RegExp(`^(${plain.source})`).exec(comment)?.[1];
  return text === undefined || isWritten(value, text) ? [] : [`${text} is ${value}`];
}
