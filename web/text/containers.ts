// What programs write around numbers within a line. Each pattern is linear.

/** The name of a container of numbers, which a bracket follows. */
export const CONTAINER =
  /^(?:[A-Za-z_]\w*\.)*(?:c|of|from|set|frozenset|tuple|structure|constant|numeric|setNames|series|counter|map|parameter|variable|\w*(?:array|tensor|vector|matrix|list|dict)|(?:b?float|double|u?int)_?\d*|str_?|decimal|number)$/i;
/** Of a single number: np.float64( … */
export const SCALAR = /^(?:[A-Za-z_]\w*\.)*(?:b?float|double|u?int|str|decimal|number)_?\d*$/i;
export const WITH_LENGTH = /(?:\w*Array|Map)\(\d+\)\s*(?=[[{])/y; // Array(2) [ … as consoles print
export const NEW = /new\s+(?=[A-Z]\w*\()/y; // Float64Array( … of JavaScript
export const TYPED = /[A-Za-z]\w*\{[^{}\n]*\}(?=[([])/y; // Vector{Float64}( … of Julia
export const PRINTED = /^(?:dtype|device|requires_grad|grad_fn|shape|layout)$/; // as NumPy and PyTorch print
export const PRINTED_VALUE = /(?<==)\s*[^\s\d.+-]/y; // c(shape=0.2, scale=0.8) are labels
export const COMMAND = /^\\(?:hline|toprule|midrule|bottomrule)$/; // LaTeX
/** Of Python. */
export const RATIO = /(?:Fraction|Rational)\(\s*([+-]?\d+)\s*,\s*(\d+)\s*\)/y;
