import * as fc from 'fast-check'

// In CI the properties draw the same texts every time, so that what passed once passes again; elsewhere each run draws anew.
if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_123 })
