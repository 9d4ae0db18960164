import { renderSVG } from 'uqr'

/**
 * An address as a QR code to be drawn, with the four modules of quiet around it that readers need. A quarter of it may be
 * dirty or torn, as happens to what hangs on notice boards.
 */
export const qrDrawing = (address: string): string => renderSVG(address, { ecc: 'Q', border: 4 })
