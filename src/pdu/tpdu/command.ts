// TS 23.040 9.2.2.4: SMS-COMMAND, from the phone to the service centre. Its address is 00 00 where it is about no message.
import { describeCommand } from '../fields/command-type'
import { HEADER } from '../fields/first-octet'
import { defineAddress, defineCode, defineCounted, defineOctet, type TpduLayout } from './layout'

const MOST_DATA = 156

export const COMMAND: TpduLayout = {
  type: 'command',
  code: 2,
  direction: 'to-network',
  flags: [HEADER, { bit: 0x20, member: 'statusReport' }],
  fields: [
    defineOctet('messageReference', 'the message reference'),
    defineOctet('protocolId', 'the protocol identifier', 0),
    defineCode('command', 'the command type', describeCommand),
    defineOctet('messageNumber', 'the message number'),
    defineAddress('destination', 'the destination address'),
    defineCounted('data', 'the command data', MOST_DATA),
  ],
}
