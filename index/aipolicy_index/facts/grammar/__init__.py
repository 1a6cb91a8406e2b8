"""As much grammar as telling who did or said what needs: verb forms, verb groups, subjects, and who a phrase means."""
