/** An error that the person can correct. Its message is printed without a stack. */
export class Failure extends Error {
  /** 1 is bad input, 2 is bad usage. */
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
