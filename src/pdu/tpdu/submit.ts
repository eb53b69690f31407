// TS 23.040 9.2.2.2: SMS-SUBMIT, from the phone to the service centre.
import { HEADER, REPLY_PATH } from '../fields/first-octet'
import { defineAddress, defineOctet, type TpduLayout, userData, validity, validityFormat } from './layout'

export const SUBMIT: TpduLayout = {
  type: 'submit',
  code: 1,
  direction: 'to-network',
  flags: [REPLY_PATH, HEADER, { bit: 0x20, member: 'statusReport' }, { bit: 0x04, member: 'rejectDuplicates' }],
  set: validityFormat,
  fields: [
    defineOctet('messageReference', 'the message reference'),
    defineAddress('destination', 'the destination address'),
    defineOctet('protocolId', 'the protocol identifier', 0),
    defineOctet('dataCoding', 'the data coding scheme', 0),
    validity,
    userData,
  ],
  constant: { packed: true },
}
