// The push family, WAP push: Service Indication, Service Loading, and the PDU around them.
export { CUTS, OCTETS, RESULT, TEXT, WINDOW } from '../memory'
export { readFields } from '../wap/header-fields'
export { readPush } from '../wap/push-reader'
export { writePush } from '../wap/push-writer'
export { readServiceIndication, writeServiceIndication } from '../wap/service-indication'
export { readServiceLoading, writeServiceLoading } from '../wap/service-loading'
