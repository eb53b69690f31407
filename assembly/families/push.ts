// WAP push: Service Indication, Service Loading, and the PDU around them.
export { CUTS, OCTETS, RESULT, TEXT, WINDOW } from '../memory'
export { readPush, writePush } from '../push'
export { readServiceIndication, writeServiceIndication } from '../service-indication'
export { readServiceLoading, writeServiceLoading } from '../service-loading'
