interface Made {
  inputs: readonly string[]
  outputs: readonly string[]
}
export declare function isFresh(root: string, name: string, product: Made): boolean
export declare function digest(root: string, inputs: readonly string[]): string
export declare function writeStamp(root: string, name: string, digest: string): void
