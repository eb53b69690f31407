// TS 23.040 9.2.2.1a: SMS-DELIVER-REPORT, from the phone. It has a failure cause where RP-ERROR carries it.
import { describeFailureCause } from '../fields/failure-cause'
import { HEADER } from '../fields/first-octet'
import { defineFailureCause, defineIndicator, defineOptional, isRestAnnounced, type TpduLayout } from './layout'

const MOST_USER_DATA = 159
const MOST_BESIDE_CAUSE = 158

export const DELIVER_REPORT: TpduLayout = {
  type: 'deliver-report',
  code: 0,
  direction: 'to-network',
  flags: [HEADER],
  fields: [
    defineFailureCause(describeFailureCause),
    defineIndicator(false),
    defineOptional(({ failureCause }) => (failureCause === undefined ? MOST_USER_DATA : MOST_BESIDE_CAUSE)),
  ],
  hasRest: isRestAnnounced,
}
