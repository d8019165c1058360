/**
 * What the texts of P and Q are. With 'arguments' they are those of F.kl_div as they stand: Q its input, logarithms; P its
 * target.
 */
export const TORCH_FORMS = ['probabilities', 'weights', 'logits', 'arguments'] as const;

export type TorchForm = (typeof TORCH_FORMS)[number];

export function torchFormOf(text: string | null | undefined): TorchForm {
  return TORCH_FORMS.find((form) => form === text) ?? 'probabilities';
}

/** Rows of P and of Q, all of one length; as many of both, or one of one of them, for all of the other. */
export interface Batch {
  p: readonly number[][];
  q: readonly number[][];
  form: TorchForm;
}

export function sizeOf({ p, q }: Batch): { rows: number; columns: number } {
  return { rows: Math.max(p.length, q.length), columns: p[0]?.length ?? 0 };
}
