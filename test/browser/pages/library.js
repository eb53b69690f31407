import { count as countAlone, segment as segmentAlone } from '/dist/count.js'
import * as septet from '/dist/index.js'

window.library = { septet, countAlone, segmentAlone }
