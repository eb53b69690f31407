// TS 23.040 9.2.2.4: SMS-COMMAND, from the phone to the service centre. Where it is about no message, its address is 00
// 00.
import { describeCommand } from './command-type'
import { HEADER } from './first-octet'
import { address, code, counted, type Layout, octet } from './layout'

const MOST_DATA = 156

export const COMMAND: Layout = {
  type: 'command',
  code: 2,
  direction: 'to-network',
  flags: [HEADER, { bit: 0x20, member: 'statusReport' }],
  fields: [
    octet('messageReference', 'the message reference'),
    octet('protocolId', 'the protocol identifier', 0),
    code('command', 'the command type', describeCommand),
    octet('messageNumber', 'the message number'),
    address('destination', 'the destination address'),
    counted('data', 'the command data', MOST_DATA),
  ],
}
