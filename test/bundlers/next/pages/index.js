import * as septet from 'septet'
import { check } from '../check.mjs'
import vectors from '../vectors.mjs'

/** Rendered by the server, and built for the page as well. */
export default function Page() {
  const report = JSON.stringify(check(septet, vectors))
  return <script type="application/json" dangerouslySetInnerHTML={{ __html: report }} />
}

/** Not before somebody asks for it. */
export const getServerSideProps = () => ({ props: {} })
