// TS 23.038 6.2.1: what a core derives from the alphabet when it starts, about 280 stores. Other tables are derived at the first
// call that needs them.
import { deriveNibbles } from './classify'
import { deriveEncoder } from './encoder'

deriveEncoder()
deriveNibbles()
