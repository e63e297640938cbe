"""The design system shown as it is: every part made by the macros and the style sheets that the pages use."""
