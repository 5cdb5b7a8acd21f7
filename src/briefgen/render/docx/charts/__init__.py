"""Native charts over the workbooks that "Edit Data" opens."""
