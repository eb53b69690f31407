import { report } from './embedded.mjs'

export default { test: () => console.log(report()) }
