// TS 23.040 9.2.2.1: SMS-DELIVER, from the service centre to the phone. The reserved type 11 is read as a DELIVER
// (9.2.3.1).
import { HEADER, LOOP_PREVENTION, MORE_MESSAGES, REPLY_PATH } from '../fields/first-octet'
import { defineAddress, defineOctet, defineTime, type TpduLayout, userData } from './layout'

export const DELIVER: TpduLayout = {
  type: 'deliver',
  code: 0,
  reservedCode: 3,
  direction: 'to-phone',
  flags: [REPLY_PATH, HEADER, { bit: 0x20, member: 'statusReportIndication' }, LOOP_PREVENTION, MORE_MESSAGES],
  fields: [
    defineAddress('originator', 'the originating address'),
    defineOctet('protocolId', 'the protocol identifier', 0),
    defineOctet('dataCoding', 'the data coding scheme', 0),
    defineTime('timeStamp', 'the service centre time stamp'),
    userData,
  ],
  constant: { packed: true },
}
