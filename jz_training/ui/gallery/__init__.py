"""Every page and dialog drawn into pictures, without a screen."""
