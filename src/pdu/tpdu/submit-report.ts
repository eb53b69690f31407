// TS 23.040 9.2.2.2a: SMS-SUBMIT-REPORT, from the service centre. It has a failure cause where RP-ERROR carries it.
import { describeFailureCause } from '../fields/failure-cause'
import { HEADER } from '../fields/first-octet'
import {
  defineFailureCause,
  defineIndicator,
  defineOptional,
  defineTime,
  isRestAnnounced,
  type TpduLayout,
} from './layout'

const MOST_USER_DATA = 152
const MOST_BESIDE_CAUSE = 151

export const SUBMIT_REPORT: TpduLayout = {
  type: 'submit-report',
  code: 1,
  direction: 'to-phone',
  flags: [HEADER],
  fields: [
    defineFailureCause(describeFailureCause),
    defineIndicator(false),
    defineTime('timeStamp', 'the service centre time stamp'),
    defineOptional(({ failureCause }) => (failureCause === undefined ? MOST_USER_DATA : MOST_BESIDE_CAUSE)),
  ],
  hasRest: isRestAnnounced,
}
