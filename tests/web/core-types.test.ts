// What TypeScript says of the module; the compiler does the testing.
import { expectTypeOf, it } from 'vitest';
import init, {
  type Comparison,
  compare,
  type DivergenceError,
  type ErrorCode,
  type entropy,
  type Finding,
  klDivergence,
  type Normal,
  normal,
  type Options,
  type Vector,
} from '../../web/core/index.ts';

it('every array of numbers is a Vector, and no array of anything else', () => {
  expectTypeOf<number[]>().toExtend<Vector>();
  expectTypeOf<readonly number[]>().toExtend<Vector>();
  expectTypeOf<Float64Array>().toExtend<Vector>();
  expectTypeOf<Float32Array>().toExtend<Vector>();
  expectTypeOf<string[]>().not.toExtend<Vector>();
  expectTypeOf<bigint[]>().not.toExtend<Vector>();
  expectTypeOf<BigInt64Array>().not.toExtend<Vector>();
  expectTypeOf<string>().not.toExtend<Vector>();
});

it('functions return numbers, and init nothing', () => {
  expectTypeOf<typeof klDivergence>().toBeCallableWith([1], [1]);
  expectTypeOf<ReturnType<typeof entropy>>().toEqualTypeOf<number>();
  expectTypeOf<typeof klDivergence>().toExtend<
    (p: Vector, q: Vector, options: { columns: number }) => Float64Array
  >();
  expectTypeOf(init).returns.toEqualTypeOf<Promise<void>>();
  expectTypeOf(normal).returns.toEqualTypeOf<Normal>();
  expectTypeOf(compare).returns.toEqualTypeOf<Comparison>();
  expectTypeOf<Comparison['forward']>().toEqualTypeOf<Finding>();
});

it('options that do not exist do not compile', () => {
  expectTypeOf<{ base: 2; form: 'weights' }>().toExtend<Options>();
  expectTypeOf<{ form: 'counts' }>().not.toExtend<Options>();
  expectTypeOf<{ base: '2' }>().not.toExtend<Options>();
  // @ts-expect-error: American spelling
  const misspelt: Options = { normalise: true };
  void misspelt;
});

it('a distribution and an array cannot be compared', () => {
  // @ts-expect-error: one of each
  const mixed = () => klDivergence([0.5, 0.5], normal(0, 1));
  // @ts-expect-error: normal distributions are not normalised
  const options = () => klDivergence(normal(0, 1), normal(0, 1), { form: 'weights' });
  void [mixed, options];
});

it('an error has a code that a switch can be checked against', () => {
  expectTypeOf<DivergenceError>().toExtend<RangeError>();
  expectTypeOf<DivergenceError['code']>().toEqualTypeOf<ErrorCode>();
  expectTypeOf<'negative'>().toExtend<ErrorCode>();
  expectTypeOf<'ok'>().not.toExtend<ErrorCode>();
});
