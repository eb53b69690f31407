// TS 23.040 9.2.2.3: SMS-STATUS-REPORT, from the service centre to the phone.
import { HEADER, LOOP_PREVENTION, MORE_MESSAGES } from '../fields/first-octet'
import { describeStatus } from '../fields/status'
import {
  defineAddress,
  defineCode,
  defineIndicator,
  defineOctet,
  defineOptional,
  defineTime,
  isRestAnnounced,
  type TpduLayout,
} from './layout'

/** 131 octets fit after the longest addresses. */
const MOST_USER_DATA = 143

export const STATUS_REPORT: TpduLayout = {
  type: 'status-report',
  code: 2,
  direction: 'to-phone',
  flags: [HEADER, { bit: 0x20, member: 'ofCommand' }, LOOP_PREVENTION, MORE_MESSAGES],
  fields: [
    defineOctet('messageReference', 'the message reference'),
    defineAddress('recipient', 'the recipient address'),
    defineTime('timeStamp', 'the service centre time stamp'),
    defineTime('dischargeTime', 'the discharge time'),
    defineCode('status', 'the status', describeStatus),
    defineIndicator(true),
    defineOptional(() => MOST_USER_DATA),
  ],
  hasRest: isRestAnnounced,
}
