# SPDX-License-Identifier: GPL-3.0-or-later
# libxlsxwriter: a .pc file only, in Debian and in vcpkg. Makes LibXlsxWriter::LibXlsxWriter.
find_path(LibXlsxWriter_INCLUDE_DIR xlsxwriter.h)
find_library(LibXlsxWriter_LIBRARY NAMES xlsxwriter libxlsxwriter)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibXlsxWriter REQUIRED_VARS LibXlsxWriter_LIBRARY LibXlsxWriter_INCLUDE_DIR)
if(LibXlsxWriter_FOUND AND NOT TARGET LibXlsxWriter::LibXlsxWriter)
    add_library(LibXlsxWriter::LibXlsxWriter UNKNOWN IMPORTED)
    set_target_properties(LibXlsxWriter::LibXlsxWriter PROPERTIES
        IMPORTED_LOCATION "${LibXlsxWriter_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${LibXlsxWriter_INCLUDE_DIR}")
    # A static one (vcpkg's on Windows) asks for what it stands on.
    find_package(ZLIB QUIET)
    if(ZLIB_FOUND)
        set_property(TARGET LibXlsxWriter::LibXlsxWriter PROPERTY INTERFACE_LINK_LIBRARIES ZLIB::ZLIB)
    endif()
endif()
