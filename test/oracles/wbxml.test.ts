import { expect, test } from 'vitest'
import {
  decodeServiceIndication,
  decodeServiceLoading,
  encodeServiceIndication,
  encodeServiceLoading,
} from '../../src/index'
import { anyIndication, anyLoading } from './documents'
import { judgedBy, KANNEL, samples } from './programs'
import { documentOf, kannelEncode, libwbxmlDecode, libwbxmlEncode, xmlOf } from './wbxml'

/** A program is started for each document. */
const AMOUNT = 200

judgedBy(['wbxml2xml', 'xml2wbxml'], 'libwbxml', () => {
  test(`reads ${AMOUNT} Service Indications as they were`, () => {
    for (const document of samples(anyIndication(120), AMOUNT)) {
      expect(documentOf(libwbxmlDecode(encodeServiceIndication(document)))).toEqual(document)
    }
  })

  test(`reads ${AMOUNT} Service Loadings as they were`, () => {
    for (const document of samples(anyLoading(120), AMOUNT)) {
      expect(documentOf(libwbxmlDecode(encodeServiceLoading(document)))).toEqual(document)
    }
  })

  test(`writes ${AMOUNT} Service Indications that we read`, () => {
    for (const document of samples(anyIndication(120), AMOUNT)) {
      expect(decodeServiceIndication(libwbxmlEncode(xmlOf(document)))).toEqual(document)
    }
  })

  test(`writes ${AMOUNT} Service Loadings of the very same octets`, () => {
    for (const document of samples(anyLoading(120), AMOUNT)) {
      const octets = libwbxmlEncode(xmlOf(document))
      expect(decodeServiceLoading(octets)).toEqual(document)
      expect(encodeServiceLoading(document)).toEqual(octets)
    }
  })

  test('writes the examples of the specifications as we do', () => {
    const si = {
      href: 'http://www.xyz.com/email/123/abc.wml',
      created: '1999-06-25T15:23:15Z',
      expires: '1999-06-30T00:00:00Z',
      text: 'You have 4 new e-mails',
    }
    expect(libwbxmlEncode(xmlOf(si))).toEqual(encodeServiceIndication(si))
    const sl = { href: 'http://www.xyz.com/ppaid/123/abc.wml' }
    expect(libwbxmlEncode(xmlOf(sl))).toEqual(encodeServiceLoading(sl))
  })
})

judgedBy([`${KANNEL}/test_si`, `${KANNEL}/test_sl`], "Kannel's compilers", () => {
  test(`write ${AMOUNT} Service Indications that we read`, () => {
    for (const document of samples(anyIndication(120), AMOUNT)) {
      expect(decodeServiceIndication(kannelEncode(xmlOf(document), 'si'))).toEqual(document)
    }
  })

  test(`write ${AMOUNT} Service Loadings that we read`, () => {
    for (const document of samples(anyLoading(120), AMOUNT)) {
      expect(decodeServiceLoading(kannelEncode(xmlOf(document), 'sl'))).toEqual(document)
    }
  })

  test('write the example of the specification as we do', () => {
    const si = {
      href: 'http://www.xyz.com/email/123/abc.wml',
      created: '1999-06-25T15:23:15Z',
      expires: '1999-06-30T00:00:00Z',
      text: 'You have 4 new e-mails',
    }
    expect(kannelEncode(xmlOf(si), 'si')).toEqual(encodeServiceIndication(si))
  })
})
