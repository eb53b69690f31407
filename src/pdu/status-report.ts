// TS 23.040 9.2.2.3: SMS-STATUS-REPORT, from the service centre to the phone.
import { HEADER, LOOP_PREVENTION, MORE_MESSAGES } from './first-octet'
import { address, code, indicator, type Layout, octet, optional, restIsAnnounced, time } from './layout'
import { describeStatus } from './status'

/** 131 octets fit after the longest addresses. */
const MOST_USER_DATA = 143

export const STATUS_REPORT: Layout = {
  type: 'status-report',
  code: 2,
  direction: 'to-phone',
  flags: [HEADER, { bit: 0x20, member: 'ofCommand' }, LOOP_PREVENTION, MORE_MESSAGES],
  fields: [
    octet('messageReference', 'the message reference'),
    address('recipient', 'the recipient address'),
    time('timeStamp', 'the service centre time stamp'),
    time('dischargeTime', 'the discharge time'),
    code('status', 'the status', describeStatus),
    indicator(true),
    optional(() => MOST_USER_DATA),
  ],
  hasRest: restIsAnnounced,
}
