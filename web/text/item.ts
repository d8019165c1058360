/** A number or a word of the text, and where it stands. */
export interface Item {
  /** In half-width characters, with `-` for every minus; of a word in quotes what is between them. */
  text: string;
  start: number;
  end: number;
  quoted: boolean;
  /** What it stands for as a number. */
  value: number | undefined;
  /** Counts lines, and brackets that open or close: items of one row belong together. */
  row: number;
  /** Counts the separators as well. */
  cell: number;
  /** `:`, `=`, `=>`, `->`, `→` or `<-` follows: which. */
  key: string;
  /** It is the name of a list: a bracket follows `:` or `=`. */
  names: boolean;
}
