// Embind registers a converter for every type that could be passed. Here none is but whole numbers and doubles, as constants;
// what is not registered needs no code.
mergeInto(LibraryManager.library, {
  _embind_register_bool: () => {},
  _embind_register_emval: () => {},
  _embind_register_memory_view: () => {},
  _embind_register_std_string: () => {},
  _embind_register_std_wstring: () => {},
  _embind_register_void: () => {},
});
