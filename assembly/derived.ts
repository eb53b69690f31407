// The start function of every core that reads GSM-7: some 280 stores, so that it is ready as soon as it stands. What other
// tables follow from the alphabet is derived when it is first asked for.
import { deriveNibbles } from './classify'
import { deriveEncoder } from './encoder'

deriveEncoder()
deriveNibbles()
