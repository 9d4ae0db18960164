/** The Design System's scripts come without types; this is all that we call of them. */
declare module 'govuk-frontend' {
  type Component = { new (root: Element): unknown; readonly moduleName: string }

  export const Button: Component
  export const CharacterCount: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export const FileUpload: Component
  export const NotificationBanner: Component
  export const PasswordInput: Component
  export const Radios: Component
  export const ServiceNavigation: Component
  export const SkipLink: Component

  /** Starts a component on every element of the page that asks for it. */
  export function createAll(component: Component): void
}
