project = "kl-divergence"
extensions = ["myst_parser"]
exclude_patterns = ["node_modules", "site"]
html_static_path = ["_static"]
html_js_files = [("element.global.js", {"defer": "defer"})]
