import * as fc from 'fast-check'

// The properties use the same texts every time, in the long run too, so a test that passed passes again until something
// changes. SEPTET_SEED=7 uses other texts, and a failure names the seed.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEPTET_SEED ?? 20_261_123) })
