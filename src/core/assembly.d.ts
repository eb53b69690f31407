/** What AssemblyScript calls a 32-bit integer: so that tsc reads assembly/abi.ts as the bindings import it. */
type i32 = number
