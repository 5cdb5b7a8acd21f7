"""What flows between the stages: frozen values, no logic beyond themselves."""
