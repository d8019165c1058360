// Embind registers a converter for every type that could be passed. Here none is but whole numbers and doubles, as constants;
// what is not registered needs no code.
function leaveOut() {}

mergeInto(LibraryManager.library, {
  _embind_register_bool: leaveOut,
  _embind_register_emval: leaveOut,
  _embind_register_memory_view: leaveOut,
  _embind_register_std_string: leaveOut,
  _embind_register_std_wstring: leaveOut,
  _embind_register_void: leaveOut,
});
