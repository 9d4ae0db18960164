const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether an address or a form names a record as the program does. */
export const isUuid = (text: string): boolean => uuid.test(text)
