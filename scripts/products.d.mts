interface Product {
  step: string
  inputs: string[]
  outputs: string[]
}
export declare const PRODUCTS: Record<string, Product>
export declare const SETS: Record<'cores' | 'command' | 'scripts' | 'whole', string[]>
export declare const STEPS: string[][]
