import type { InformationElement } from '../../src/types'
import { septetsOf } from '../reference/classify'
import { pack } from '../reference/packing'

/** What Wireshark should show of an element: the names of its fields, and the codes of the standard. */

const COLORS = ['black', 'dark-grey', 'dark-red', 'dark-yellow', 'dark-green', 'dark-cyan', 'dark-blue', 'dark-magenta', 'grey', 'white', 'bright-red', 'bright-yellow', 'bright-green', 'bright-cyan', 'bright-blue', 'bright-magenta'] // biome-ignore format: in the order of their codes

const octet = (value: number) => `0x${value.toString(16).padStart(2, '0')}`
const bit = (value: unknown) => (value ? '1' : '0')
const hex = (octets: ArrayLike<number>) => Array.from(octets, (value) => value.toString(16).padStart(2, '0')).join(':')

export function elementFields(element: InformationElement): Record<string, unknown> {
  const named = (id: number, fields: Record<string, unknown>) => ({ 'gsm_sms.ie_identifier': octet(id), ...fields })
  switch (element.type) {
    case 'concat':
      return named(element.bits === 8 ? 0x00 : 0x08, {
        'gsm_sms.udh.mm.msg_id': `${element.reference}`,
        'gsm_sms.udh.mm.msg_parts': `${element.total}`,
        'gsm_sms.udh.mm.msg_part': `${element.sequence}`,
      })
    case 'specialMessage': {
      const kinds = { voice: [0, 0], fax: [0, 1], email: [0, 2], other: [0, 3], video: [1, 3] }
      const [extended, kind] = kinds[element.kind]
      return named(0x01, {
        'gsm_sms.msg_ind_type_and_stor': bit(element.store),
        'gsm_sms.profile_id': `${(element.profile ?? 1) - 1}`,
        'gsm_sms.ext_msg_ind_type': `${extended}`,
        'gsm_sms.msg_ind_type': `${kind}`,
        'gsm_sms.msg_count': `${element.count}`,
      })
    }
    case 'ports':
      return named(element.bits === 8 ? 0x04 : 0x05, {
        'gsm_sms.destination_port': `${element.destination}`,
        'gsm_sms.originator_port': `${element.source}`,
      })
    case 'smscControl': {
      const flags = [
        element.completed,
        element.permanentError,
        element.temporaryError,
        element.stillTrying,
        false,
        false,
        element.cancelRest,
        element.includeHeader,
      ]
      return named(0x06, {
        'gsm_sms.status_report': octet(flags.reduce((sum, flag, place) => sum + (flag ? 2 ** place : 0), 0)),
        'gsm_sms.status_report_tree': {
          'gsm_sms.status_report.short_msg': bit(element.completed),
          'gsm_sms.status_report.permanent_error': bit(element.permanentError),
          'gsm_sms.status_report.temp_error_no_attempt': bit(element.temporaryError),
          'gsm_sms.status_report.temp_error_transfer': bit(element.stillTrying),
          'gsm_sms.status_report.active': bit(element.cancelRest),
          'gsm_sms.status_report.original_udh': bit(element.includeHeader),
        },
      })
    }
    case 'textFormatting': {
      const alignment = ['left', 'center', 'right', 'language'].indexOf(element.alignment ?? 'left')
      const size = ['normal', 'large', 'small'].indexOf(element.size ?? 'normal')
      const styles = [element.bold, element.italic, element.underline, element.strikethrough]
      const mode = styles.reduce((sum, style, place) => sum + (style ? 16 * 2 ** place : 0), alignment + 4 * size)
      return named(0x0a, {
        'gsm_sms.dis_iei_tf.start_position': `${element.start}`,
        'gsm_sms.dis_iei_tf.length': `${element.length}`,
        'gsm_sms.formatting_mode': octet(mode),
        'gsm_sms.formatting_mode_tree': {
          // Its name for alignment and size both.
          'gsm_sms.udh_created': [`${alignment}`, `${size}`],
          'gsm_sms.formatting_mode.style_bold': bit(element.bold),
          'gsm_sms.formatting_mode.style_italic': bit(element.italic),
          'gsm_sms.formatting_mode.style_underlined': bit(element.underline),
          'gsm_sms.formatting_mode.style_strikethrough': bit(element.strikethrough),
        },
        ...(element.foreground && {
          'Text Colour': {
            'gsm_sms.dis_iei_tf.foreground_colour': octet(COLORS.indexOf(element.foreground)),
            'gsm_sms.dis_iei_tf.background_colour': octet(COLORS.indexOf(element.background!)),
          },
        }),
      })
    }
    case 'predefinedSound':
      return named(0x0b, {
        'gsm_sms.dis_iei_ps.position': `${element.position}`,
        'gsm_sms.dis_iei_ps.sound_number': `${element.number}`,
      })
    case 'predefinedAnimation':
      return named(0x0d, {
        'gsm_sms.dis_iei_pa.position': `${element.position}`,
        'gsm_sms.dis_iei_pa.animation_number': `${element.number}`,
      })
    case 'largePicture':
      return named(0x10, {
        'gsm_sms.dis_iei_lp.position': `${element.position}`,
        'gsm_sms.dis_iei_lp.large_picture': hex(element.data),
      })
    case 'smallPicture':
      return named(0x11, {
        'gsm_sms.dis_iei_sp.position': `${element.position}`,
        'gsm_sms.dis_iei_sp.small_picture': hex(element.data),
      })
    case 'rfc822':
      return named(0x20, { 'gsm_sms.ie_data': hex([element.length]) })
    case 'hyperlink':
      return named(0x21, {
        'gsm_sms.ie_data': hex([element.position >> 8, element.position & 255, element.titleLength, element.urlLength]),
      })
    case 'replyAddress':
      return named(0x22, { 'gsm_sms.ie_data': hex(addressOctets(element.address, element.typeOfAddress)) })
    case 'singleShift':
      return named(0x24, { 'gsm_sms.dis_iei_lang.single_shift': `${element.language}` })
    case 'lockingShift':
      return named(0x25, { 'gsm_sms.dis_iei_lang.locking_shift': `${element.language}` })
    case 'unknown':
      return named(element.id, element.data.length === 0 ? {} : { 'gsm_sms.ie_data': hex(element.data) })
  }
}

/** TS 23.040 9.1.2.5: packed septets of an alphanumeric address, whose length counts halves of octets; else digits. */
function addressOctets(digits: string, typeOfAddress: number): number[] {
  if (typeOfAddress === 0xd0) {
    const septets = [...digits].flatMap((character) => septetsOf(character)!)
    return [Math.ceil((septets.length * 7) / 4), typeOfAddress, ...pack(septets)]
  }
  const halves = [...digits].map((digit) => '0123456789*#abc'.indexOf(digit))
  if (halves.length % 2 === 1) halves.push(15)
  const swapped = Array.from({ length: halves.length / 2 }, (_, at) => halves[2 * at + 1]! * 16 + halves[2 * at]!)
  return [digits.length, typeOfAddress, ...swapped]
}
