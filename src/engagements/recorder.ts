/** Who plans, cancels or records an engagement, when, and in which force. */
export type Recorder = {
  readonly personId: string | null
  readonly at: Date
  readonly forceId: string
  readonly timeZone: string
}
